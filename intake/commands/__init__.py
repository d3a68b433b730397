"""The commands that run the service and look after it; `intake.cli` loads each when it is called."""
