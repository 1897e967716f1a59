package org.guiche.launcher;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The process an operator starts. It either says the line {@code Guichê ready at …} or one sentence about what to do, and then
 * ends with an exit code other than 0.
 */
public final class Main {

    private static final int REFUSED = 1;

    private Main() {}

    /**
     * Takes settings as {@code guiche.name=value}; they count before system properties, the environment and the file. A command may stand
     * before them.
     */
    public static void main(String[] arguments) {
        try {
            if (MoveAttachments.isMeant(arguments)) {
                System.exit(MoveAttachments.run(arguments));
            }
            start(Settings.read(arguments, System.getProperties(), System.getenv()));
        } catch (Refusal refusal) {
            Console.complain(refusal.sentence());
            System.exit(REFUSED);
        }
    }

    private static void start(Settings settings) {
        var ending = Ending.atShutdown();
        if (Boolean.getBoolean(Settings.STOP_WITH_PARENT)) {
            Ending.followParent();
        }
        var folder = ending.closing(DataFolder.open(settings.dataDir()));
        var server = new Server(settings, folder);
        server.requireFreePort();
        var database = meanwhile(() -> database(settings, folder, ending));
        ending.serverBegins();
        server.boot();
        await(database);
        settings.publish();
        server.deploy();
        if (!ending.isUnderWay()) {
            Logging.ready();
            sayReady(settings);
            ClassArchive.keep(ending);
            NativeMemory.giveBackNowAndThen();
        }
    }

    private static FutureTask<Void> meanwhile(Runnable work) {
        var task = new FutureTask<Void>(work, null);
        new Thread(task, "guiche-database").start();
        return task;
    }

    private static void await(FutureTask<Void> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the database of these settings ready, and says in them where it is. */
    static void database(Settings settings, DataFolder folder, Ending ending) {
        if (settings.database().isPresent()) {
            new ExternalDatabase(settings.database().get(), settings.demo()).check();
        } else {
            startDatabase(settings, folder, ending);
        }
    }

    private static void startDatabase(Settings settings, DataFolder folder, Ending ending) {
        var postgres = ending.closing(new Postgres(folder));
        var address = postgres.start();
        settings.useDatabase(address);
        postgres.onDeath(() -> {
            if (!ending.isUnderWay()) {
                Console.complain(Texts.of("launcher.postgres.died", folder.log()));
                System.exit(REFUSED);
            }
        });
    }

    private static void sayReady(Settings settings) {
        var seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        Console.say(String.format(Locale.ROOT, "Guichê ready at %s (%.1f s)", settings.localAddress(), seconds));
        if (!settings.localAddress().equals(settings.baseUrl() + "/")) {
            Console.say(Texts.of("launcher.ready.public", settings.baseUrl() + "/"));
        }
        if (settings.demo()) {
            Console.say(Texts.of("launcher.ready.demo"));
        }
    }
}
