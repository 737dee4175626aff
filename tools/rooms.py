"""The order of the engine's rooms, which a test keeps and the manual of the engine shows."""

LAYERS = (
    {"model"},
    {"text"},
    {"read"},
    {"analysis"},
    {"rules"},
    {"data"},
    {"html", "search", "print", "publish"},
    {"asked"},
    {"project"},
    {"received"},
    {"draft"},
    {"cache", "handover", "sealing"},
    {"plain", "site"},
    {"commands"},
    {"__main__"},
)
"""A room imports only from those that come before it; rooms of one set do not import from each other."""
