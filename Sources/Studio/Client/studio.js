// What makes writing easier where scripts run; every page works without.
