"""Answer what comes after comparing: skills, similar roles, routes and your own offers."""
