"""`python -m controllist`."""

from controllist.cli import main

if __name__ == "__main__":
    main()
