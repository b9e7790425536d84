"""Start here: signals first, so that an interrupt is quiet even while modules load."""

import gc
import os
import sys

try:
    import signal

    # An interrupt and a reader that leaves end the process as they end any Unix program: at once,
    # in silence, with the signal as its status. An interrupt that the caller ignores stays ignored.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
except KeyboardInterrupt:
    sys.exit(130)


def main() -> None:
    """Run the command line of this process, and end it."""
    # A run lives for a tenth of a second and makes no garbage in circles: looking for some would
    # take a tenth of that.
    gc.disable()
    from careercli.cli import run

    code = run(sys.argv[1:])
    # All is written. Python would now take as long to tear itself down as we took for the answer.
    os._exit(code)


if __name__ == "__main__":
    main()
