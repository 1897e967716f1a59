package org.guiche.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Asks several things at once where nothing depends on which of them comes first. */
final class AtOnce {

    private static final int THREADS = 4;

    private AtOnce() {}

    /** What came of each, in the order of those given. */
    static <T, R> List<R> all(List<T> these, Function<T, R> ask) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var asked =
                    these.stream().<Callable<R>>map(one -> () -> ask.apply(one)).toList();
            var answers = new ArrayList<R>();
            for (var answer : threads.invokeAll(asked)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError wrong) {
                throw wrong;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
