"""A broker that is away, frozen, emptied or killed: it only ever said "look", so that nothing is lost by it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

import pytest
from front import Front, Said
from servers.redis import Redis
from world import IS_SOAK, SWEEP_S, World, running

from intake.settings import Settings
from workers.app import QUEUE
from workers.wake import Wake, sender, waker

pytestmark = pytest.mark.integration

SCANS = 200 if IS_SOAK else 30
NEVER = 600.0  # seconds between looks of a worker that does not look by itself
SOON_S = 5.0
FLUSHES, RESTARTS, TIMES = 5, 12, 5
UP_S = 2.8 if IS_SOAK else 1.0  # of a broker that comes and goes, half a second each time
UPLOADS = 20
AWAY_S = 60.0 if IS_SOAK else 2.0
LOOKED_S, BLOCKED_S = 15.0, 2.5
HEARD_S = {"freeze": 5.0, "kill": 40.0}  # from when the broker is back; Celery tries to reach it less and less often


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
            if number % (SCANS // 3) == 5:
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
        time.sleep(UP_S)
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


def hears_after_a_death(world: World, redis: Redis, *without: str) -> bool:
    """Let the broker die while a worker has one of three wake-ups in hand; returns whether it ever asks for another."""
    worker, send = world.worker(*without, INTAKE_POLL_S=NEVER).ready(), sender(settings_of(world, redis.url))
    world.wait(redis.is_waited_at, 10)
    world.upload(ms=2000)
    for _ in range(3):
        send()
    world.wait(lambda: world.attempts() == [1], SOON_S)
    assert redis.ask(f"LLEN {QUEUE}") == ":2"  # for workers that have nothing to do
    redis.process.kill()
    world.wait(world.is_done, SOON_S)
    time.sleep(1)
    redis.start()
    until = time.monotonic() + 10
    while time.monotonic() < until and not redis.is_waited_at():
        time.sleep(0.1)
    hears = redis.is_waited_at()
    worker.kill()
    return hears


def test_a_worker_asks_for_wake_ups_again_though_the_broker_died_with_one_in_hand(with_broker: World, redis: Redis):
    """F6 and F10."""
    assert hears_after_a_death(with_broker, redis)


def test_with_a_count_of_wake_ups_in_hand_it_would_never_ask_again(with_broker: World, redis: Redis):
    assert not hears_after_a_death(with_broker, redis, "uncounted")


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


def late(said: Sequence[Said]) -> float:
    """Return the 95th percentile of the seconds that answers took."""
    return sorted(each.seconds for each in said)[len(said) * 95 // 100 - 1]


def uploads_without(world: World, go: Callable[[], None], count: int, *without: str) -> tuple[list[Said], list[Said]]:
    """Upload while there is a broker, and while it is away; returns what was told then and then."""
    with Front(world, *without) as front:
        there = [front.upload(n) for n in range(count)]
        go()
        away = []
        for number in range(count):
            away.append(front.upload(count + number))
            time.sleep(AWAY_S / count)
        return there, away


@pytest.mark.parametrize("how", ["kill", "freeze"])
def test_who_uploads_is_answered_as_ever_while_the_broker_is_away(with_broker: World, redis: Redis, how: str):
    """F8 and F9: workers find the work by looking, and hear wake-ups again from a broker that comes back."""
    worker = with_broker.worker(INTAKE_POLL_S=1).ready()
    there, away = uploads_without(with_broker, getattr(redis.process, how), UPLOADS)
    with_broker.wait(with_broker.is_done, LOOKED_S)
    redis.start()
    with_broker.wait(redis.is_waited_at, HEARD_S[how])
    worker.kill()

    assert {each.status for each in (*there, *away)} == {201}
    assert late(away) <= late(there) + 0.3
    assert max(each.seconds for each in away) <= BLOCKED_S
    assert with_broker.states() == {"read": 2 * UPLOADS}
    with_broker.holds()


def test_without_a_thread_of_its_own_who_uploads_waits_for_a_frozen_broker(with_broker: World, redis: Redis):
    _there, away = uploads_without(with_broker, redis.process.freeze, 3, "thread")

    assert min(each.seconds for each in away[1:]) > 0.5


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
