"""The service under many hands; a module of its own has the work, as this name is the package's."""

from many_hands import main

main()
