"""Values of the service and their behaviour: standard library, numpy and check-digit libraries only."""
