package org.guiche.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after another, without a pause, for a while. */
final class Load {

    private Load() {}

    /** One client's single piece of work. It throws when the answer is not the right one: wrong answers are never fast. */
    interface Work extends AutoCloseable {
        void once() throws Exception;

        /** The warm-up is over; what follows counts. */
        default void warm() {}

        @Override
        default void close() throws IOException, SQLException {}
    }

    /** What came out: how many a second, and how many milliseconds half of them and all but a twentieth or a hundredth took at most. */
    record Result(double perSecond, double p50, double p95, double p99) {

        static Result of(long[] sortedNanos, Duration measured) {
            if (sortedNanos.length == 0) {
                throw new IllegalStateException("nothing was answered in " + measured);
            }
            var perSecond = sortedNanos.length / (measured.toNanos() / 1e9);
            return new Result(
                    perSecond, millis(sortedNanos, 0.5), millis(sortedNanos, 0.95), millis(sortedNanos, 0.99));
        }

        private static double millis(long[] sortedNanos, double share) {
            return sortedNanos[Math.min(sortedNanos.length - 1, (int) (sortedNanos.length * share))] / 1e6;
        }
    }

    /** Runs the clients, first to warm up and then to measure; the first thing that goes wrong ends the whole bench. */
    static Result run(int clients, Duration warmUp, Duration measured, Callable<? extends Work> client)
            throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var start = new CyclicBarrier(clients);
            var running = new ArrayList<Future<long[]>>();
            for (var i = 0; i < clients; i++) {
                running.add(threads.submit(() -> drive(client, start, warmUp, measured)));
            }
            return sum(running, measured);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result sum(List<Future<long[]>> running, Duration measured) throws Exception {
        var all = new ArrayList<long[]>();
        for (var one : running) {
            try {
                all.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a client failed", e.getCause());
            }
        }
        var nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return Result.of(nanos, measured);
    }

    private static long[] drive(
            Callable<? extends Work> client, CyclicBarrier start, Duration warmUp, Duration measured) throws Exception {
        try (var work = client.call()) {
            start.await();
            var begin = System.nanoTime() + warmUp.toNanos();
            while (System.nanoTime() < begin) {
                work.once();
            }
            work.warm();
            return timed(work, begin + measured.toNanos());
        }
    }

    private static long[] timed(Work work, long end) throws Exception {
        var nanos = new long[1024];
        var count = 0;
        for (var from = System.nanoTime(); from < end; ) {
            work.once();
            var now = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = now - from;
            from = now;
        }
        return Arrays.copyOf(nanos, count);
    }
}
