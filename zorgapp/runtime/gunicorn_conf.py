"""gunicorn's settings, for `./start` and the container alike; where it listens and with how many is said there.

The application is loaded once and then forked, with its objects frozen: the garbage collector would touch, and so
copy, every page that the workers share. What is loaded with it decides how much they share: see `zorgapp/kern/opwarmen.py`
and the figures in docs/meten.md.
"""

import gc
import os

preload_app = True
timeout = 60
graceful_timeout = 6  # ./start must be down within 15 s
control_socket_disable = True
# The heartbeat in memory, so that a busy disk never looks like a hanging worker.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"

gc.disable()  # until the application is loaded; what a collection leaves behind are holes that fill up after the fork


def when_ready(server: object) -> None:
    """Keep what is loaded out of the collector's sight."""
    gc.collect()
    gc.freeze()


def post_fork(server: object, worker: object) -> None:
    """Collect as usual what requests leave behind."""
    gc.enable()
