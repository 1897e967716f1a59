package org.guiche.launcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command that takes what is kept of attachments to another store and proves it there. While Guichê runs it copies what lies there;
 * while it stands still it finishes: the database says what there has to be. It deletes nothing where it comes from unless asked.
 */
final class MoveAttachments {

    static final String NAME = "move-attachments";

    private static final String STORE = "guiche.attachments.store";
    private static final String TO = "--to=";
    private static final Set<String> OPTIONS = Set.of("--remove", "--quick");
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int UNFINISHED = 3;

    private final Settings settings;
    private final Map<String, String> what = new HashMap<>();

    private MoveAttachments(Settings settings) {
        this.settings = settings;
    }

    static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Does it; says how the process ends: 0 all is there, 3 all that lies there is, but Guichê runs; a {@link Refusal} else. */
    static int run(String[] arguments) {
        var own = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var argument : List.of(arguments).subList(1, arguments.length)) {
            (argument.startsWith(TO) || OPTIONS.contains(argument) ? own : others).add(argument);
        }
        return new MoveAttachments(
                        Settings.read(others.toArray(new String[0]), System.getProperties(), System.getenv()))
                .run(own);
    }

    private int run(List<String> options) {
        name(options);
        var alone = isAlone(Ending.atShutdown());
        Console.say(Texts.of(
                alone ? "launcher.move.begins" : "launcher.move.begins.running", what.get("from"), what.get("to")));
        try (var war = new WarClasses()) {
            var progress = new MoveProgress(Console.isTerminal(), Console::write);
            var count = war.move(what, now -> progress.at(Instant.now(), now));
            progress.end();
            Console.say(Texts.of(
                    "launcher.move.counts",
                    count.get("copied"),
                    count.get("there"),
                    count.get("uploads"),
                    count.get("missing"),
                    count.get("wrong"),
                    count.get("removed")));
            return end(alone, count.getOrDefault("missing", 0L) + count.getOrDefault("wrong", 0L));
        }
    }

    private int end(boolean alone, long failed) {
        if (failed > 0) {
            Console.complain(Texts.of("launcher.move.incomplete", what.get("from")));
            return FAILED;
        }
        Console.say(Texts.of(alone ? "launcher.move.done" : "launcher.move.again", what.get("to")));
        return alone ? DONE : UNFINISHED;
    }

    private void name(List<String> options) {
        var usual = "file:" + settings.dataDir().resolve("attachments");
        what.put("from", settings.value(STORE).orElse(usual));
        for (var option : options) {
            what.put(option.startsWith(TO) ? "to" : option.substring(2), option.replaceFirst("^" + TO, ""));
        }
        if (!Shape.STORE.fits(what.getOrDefault("to", "")) || what.get("from").equals(what.get("to"))) {
            throw new Refusal("launcher.move.where", Shape.STORE.sentence());
        }
        settings.value("guiche.attachments.s3.key").ifPresent(key -> what.put("key", key));
        settings.value("guiche.attachments.s3.secret").ifPresent(secret -> what.put("secret", secret));
    }

    /** Whether nobody else works on the database, whose address is then said. */
    private boolean isAlone(Ending ending) {
        try {
            var folder = ending.closing(DataFolder.open(settings.dataDir()));
            Main.database(settings, folder, ending);
        } catch (Refusal refusal) {
            if (refusal.isOf("launcher.data.used")) {
                return false;
            }
            throw refusal;
        }
        var database = settings.database().orElseThrow();
        if (new ExternalDatabase(database, false).isUsedByOthers()) {
            return false;
        }
        what.put("url", database.url());
        database.user().ifPresent(user -> what.put("user", user));
        database.password().ifPresent(password -> what.put("password", password));
        return true;
    }
}
