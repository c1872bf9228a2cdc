"""The site: the pages of the documentation as something to browse, built by Zensical.

In: the folder of pages that a run has written. Out: a folder of HTML. Nothing is written into the pages' folder, and
the pages know nothing of the site: what it needs beyond them is worked out here.

Zensical is an optional dependency (`specwright[site]`), and only `building` and `zensical` know of it.
"""

from specwright.site.commands import run_docs_build, run_docs_serve

__all__ = ["run_docs_build", "run_docs_serve"]
