# For ./start and ./test: sets `python` to one that is new enough, or tells what to install and ends.
vind_python() {
    for python in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return
        fi
    done
    echo "zorgapp heeft Python 3.11 of nieuwer nodig. Op Debian of Ubuntu: sudo apt-get install -y python3 python3-venv" >&2
    exit 1
}
vind_python
