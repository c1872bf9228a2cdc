"""Commands: one module for each, with what it takes and what it does; `cli.py` lists them.

In: options and arguments as click reads them. Out: results on stdout, messages on stderr, an exit code.
"""
