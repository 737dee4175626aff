"""Publishing: a built folder is proved complete, described, and exchanged for the published one."""
