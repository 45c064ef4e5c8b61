"""A whole site: its tasks, the build that touches nothing, hosts, the server, the check of links."""
