"""The wake-ups: a Celery application that carries nothing but "look", because the database is the queue."""
