"""A site: a project with what its pages are rendered with, and every file beside the pages.

The events of the adapter find here all that they take from the engine, which is loaded by this name, and again when it was edited.
"""

from ..cache.checked import configuration_of, engine_state
from ..cache.shares import number_of
from ..html.render import JSON
from ..html.scripts import page as small_page
from ..html.sources import OWN_FILES
from ..html.template_cache import template_cache
from ..model.addresses import site_address
from ..model.faults import BuildError, Faults
from ..model.locale import LOCALES
from ..publish.manifest import SETTINGS
from ..read.files import CACHE, read_tree
from .assembly import Assembly
from .load import load_site
from .options import Options
from .outputs import book
from .pages import Site

__all__ = [
    "CACHE",
    "JSON",
    "LOCALES",
    "OWN_FILES",
    "SETTINGS",
    "Assembly",
    "BuildError",
    "Faults",
    "Options",
    "Site",
    "book",
    "configuration_of",
    "engine_state",
    "load_site",
    "number_of",
    "read_tree",
    "site_address",
    "small_page",
    "template_cache",
]
