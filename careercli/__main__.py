"""Start here: signals first, so that an interrupt is quiet even while modules load."""

import signal
import sys


def main() -> int:
    """Run the command line of this process; its exit code.

    An interrupt, a hang-up and a reader that leaves end the process as they end any Unix program:
    at once, in silence, with the signal as its status.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    from careercli.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
