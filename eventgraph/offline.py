"""Nothing here opens a socket, and no library does by being imported.

urllib3, which trafilatura and spaCy bring along, binds a socket to learn whether this machine speaks
IPv6. A firewall of the careful kind asks the user about that, and stops the program.
"""

from __future__ import annotations

import socket
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def import_urllib3() -> None:
    """Import urllib3 without its try of a socket; it takes for granted what Python was built with.

    >>> import_urllib3()
    """
    if "urllib3" in sys.modules or find_spec("urllib3") is None:
        return
    built_with = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        connection: Any = import_module("urllib3.util.connection")
    finally:
        socket.has_ipv6 = built_with
    connection.HAS_IPV6 = built_with
