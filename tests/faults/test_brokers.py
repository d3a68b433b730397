"""A broker that is away, frozen, emptied or killed: it only ever said "look", so that nothing is lost by it."""

from __future__ import annotations

import threading
import time

import pytest
from servers.redis import Redis
from world import SWEEP_S, World, running

from intake.settings import Settings
from workers.app import QUEUE
from workers.wake import Wake, sender, waker

pytestmark = pytest.mark.integration

SCANS = 30
NEVER = 600.0  # seconds between looks of a worker that does not look by itself
SOON_S = 5.0
FLUSHES, RESTARTS, TIMES = 5, 12, 5


@pytest.fixture
def with_broker(distributed: World, redis: Redis) -> World:
    distributed.env["INTAKE_BROKER"] = redis.url
    return distributed


def settings_of(world: World, url: str) -> Settings:
    return world.settings.model_copy(update={"broker": url})


def test_a_wake_up_brings_a_worker_that_does_not_look_by_itself(with_broker: World, redis: Redis):
    worker = with_broker.worker(INTAKE_POLL_S=NEVER).ready()
    wake = waker(settings_of(with_broker, redis.url))
    time.sleep(3)  # the worker has looked once by itself

    with_broker.upload()
    wake()

    with_broker.wait(with_broker.is_done, SOON_S)
    worker.kill()


def test_all_is_read_though_the_broker_forgets_every_wake_up(with_broker: World, redis: Redis):
    """F6 and F12: the broker is killed with all it holds, and comes back empty."""
    with running(with_broker.worker(INTAKE_POLL_S=NEVER), with_broker.sweep()):
        for number in range(SCANS):
            with_broker.upload(ms=20)
            if number % 10 == 5:
                redis.process.kill()
                redis.start()
        with_broker.wait(with_broker.is_done, 60)

    with_broker.holds()


def test_without_looking_and_without_the_sweep_lost_wake_ups_are_lost_work(with_broker: World):
    worker = with_broker.worker(INTAKE_POLL_S=NEVER).ready()
    time.sleep(2)
    with_broker.upload()
    time.sleep(3 * SWEEP_S + SOON_S)
    worker.kill()

    assert with_broker.states() == {"queued": 1}


def test_all_is_read_though_the_broker_is_emptied_again_and_again(with_broker: World, redis: Redis):
    """F7, without logins; how often somebody may ask is counted in the API, so that no broker can forget it."""
    wake = waker(settings_of(with_broker, redis.url))
    with running(with_broker.worker(INTAKE_POLL_S=NEVER), with_broker.sweep()):
        for number in range(SCANS):
            with_broker.upload(ms=20)
            wake()
            if number % (SCANS // FLUSHES) == 0:
                redis.ask("FLUSHALL")
        with_broker.wait(with_broker.is_done, 60)

    with_broker.holds()


def test_without_looking_and_without_the_sweep_an_emptied_broker_loses_work(with_broker: World, redis: Redis):
    worker = with_broker.worker(INTAKE_POLL_S=NEVER).ready()
    with_broker.wait(redis.is_waited_at, 10)
    worker.freeze()
    with_broker.wait(lambda: not redis.is_waited_at(), 30)
    with_broker.upload()
    sender(settings_of(with_broker, redis.url))()
    assert redis.ask(f"LLEN {QUEUE}") == ":1"
    redis.ask("FLUSHALL")
    worker.thaw()
    time.sleep(3 * SWEEP_S + SOON_S)
    worker.kill()

    assert with_broker.states() == {"queued": 1}


def flapped(world: World, redis: Redis, *without: str) -> bool:
    """Let the broker come and go; returns whether a worker that does not look by itself still hears wake-ups then."""
    worker = world.worker(*without, INTAKE_POLL_S=NEVER).ready()
    send = sender(settings_of(world, redis.url))
    for _ in range(RESTARTS):
        redis.process.kill()
        time.sleep(0.5)
        redis.start()
        time.sleep(1)
    world.upload()
    until = time.monotonic() + 10
    while time.monotonic() < until and not world.is_done():
        send()
        time.sleep(0.5)
    worker.kill()
    return world.is_done()


def test_a_worker_hears_wake_ups_again_after_a_broker_that_came_and_went(with_broker: World, redis: Redis):
    """F10."""
    assert flapped(with_broker, redis)


def test_without_listening_anew_a_broker_that_came_and_went_is_not_heard(with_broker: World, redis: Redis):
    assert not flapped(with_broker, redis, "listening")


def doubled(world: World, redis: Redis, *without: str) -> list[int]:
    """Send every wake-up five times to two workers, to a broker that gives again after 2 s; returns the attempts."""
    wake = sender(settings_of(world, redis.url))
    workers = [world.worker("visible", *without).ready() for _ in range(2)]
    world.upload(pages=4, ms=1000)
    for _ in range(SCANS):
        world.upload(ms=20)
        for _ in range(TIMES):
            wake()
    world.wait(world.is_done, 60)
    time.sleep(1)  # for whoever still has a wake-up
    for worker in workers:
        worker.stop()
    return world.attempts()


def test_wake_ups_that_come_many_times_let_nothing_be_done_twice(with_broker: World, redis: Redis):
    """F11."""
    assert doubled(with_broker, redis) == [1] * (SCANS + 1)
    with_broker.holds()


def test_without_claims_wake_ups_that_come_many_times_let_work_be_done_twice(with_broker: World, redis: Redis):
    assert sum(doubled(with_broker, redis, "claims", "fence")) > SCANS + 1


def test_without_any_broker_work_is_found_by_looking(with_broker: World, redis: Redis):
    """F8."""
    redis.process.kill()
    wake = waker(settings_of(with_broker, redis.url))

    with running(with_broker.worker(INTAKE_POLL_S=1)):
        started = time.monotonic()
        with_broker.upload()
        wake()
        answered_s = time.monotonic() - started
        with_broker.wait(with_broker.is_done, 60)  # the worker starts in this time too

    assert answered_s < 1.0


def test_nobody_who_uploads_waits_for_a_frozen_broker(with_broker: World, redis: Redis):
    """F9: 200 wake-ups at once; the worker reads meanwhile, and takes wake-ups again afterwards."""
    settings = settings_of(with_broker, redis.url)
    worker = with_broker.worker(INTAKE_POLL_S=1).ready()
    redis.process.freeze()
    wake = waker(settings)

    started = time.monotonic()
    for _ in range(200):
        wake()
    took_s = time.monotonic() - started
    with_broker.upload()
    with_broker.wait(with_broker.is_done, 15)
    redis.process.thaw()
    worker.kill()

    assert took_s < 0.5


def test_sending_itself_would_wait_for_a_frozen_broker(with_broker: World, redis: Redis):
    """Show that the thread of its own is needed, and that its wait ends."""
    send = sender(settings_of(with_broker, redis.url))
    send()
    redis.process.freeze()

    started = time.monotonic()
    with pytest.raises(Exception, match=r".*"):
        send()
    took_s = time.monotonic() - started
    redis.process.thaw()

    assert 0.5 < took_s < 10


def test_after_a_failure_nothing_is_sent_for_a_while():
    sent, failed = [], threading.Event()

    def send() -> None:
        sent.append(time.monotonic())
        failed.set()
        raise OSError

    wake = Wake(send, pause_s=0.3)
    wake()
    failed.wait(2)
    for _ in range(20):
        wake()
    time.sleep(0.2)

    assert len(sent) == 1
