package org.guiche.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Ends what was begun, whatever ends the process: Ctrl-C, SIGTERM, a closed terminal, a failed start. The server goes first,
 * by its own hook, so that its last statements still find a database.
 */
final class Ending {

    private static final String SERVER_HOOK = "GlassFish Shutdown Hook";
    private static final Duration HOOK_APPEARS = Duration.ofMillis(500);
    private static final Duration SERVER_STOPS = Duration.ofSeconds(25);
    private static final int EXIT_LIKE_SIGTERM = 143;

    private final Deque<Closing> begun = new ArrayDeque<>();
    private boolean server;
    private volatile boolean underWay;

    /** Something that can be ended. */
    interface Closing {
        void close();
    }

    private Ending() {}

    static Ending atShutdown() {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::end, "guiche-ending"));
        return ending;
    }

    synchronized <T extends Closing> T closing(T thing) {
        begun.push(thing);
        return thing;
    }

    synchronized void serverBegins() {
        server = true;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** A killed build tool would leave us behind as an orphan. */
    static void followParent() {
        ProcessHandle.current().parent().ifPresent(parent -> after(parent, () -> System.exit(EXIT_LIKE_SIGTERM)));
    }

    static void after(ProcessHandle process, Runnable then) {
        var watch = new Thread(() -> {
            process.onExit().join();
            then.run();
        });
        watch.setDaemon(true);
        watch.start();
    }

    private void end() {
        underWay = true;
        System.setErr(System.out); // the server says good-bye past its own log
        try {
            awaitServer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            begun.forEach(Closing::close);
        }
    }

    private void awaitServer() throws InterruptedException {
        var patience = System.nanoTime() + HOOK_APPEARS.toNanos();
        while (server && System.nanoTime() < patience) {
            for (var thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(SERVER_HOOK)) {
                    thread.join(SERVER_STOPS.toMillis());
                    return;
                }
            }
            Thread.sleep(5);
        }
    }
}
