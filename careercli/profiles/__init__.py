"""Read, check and write profiles: YAML files that each describe one role."""
