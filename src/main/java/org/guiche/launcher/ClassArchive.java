package org.guiche.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;

/**
 * The classes of the server in the form this Java reads fastest, kept for the next starts, which then need a third less. The
 * start script says where, when there are none yet for this Java and these jars.
 */
final class ClassArchive implements Ending.Closing {

    private static final String PLACE = "launcher.classArchive";
    private static final String HALF = ".half";
    private static final Logger LOG = Logger.getLogger(ClassArchive.class.getName());

    private final Path place;
    private final Path half;

    private ClassArchive(Path place) {
        this.place = place;
        this.half = place.resolveSibling(place.getFileName() + HALF);
    }

    /** Writes it beside the work, once everything is loaded that a start loads. A process of Java's own does it, for seconds. */
    static void keep(Ending ending) {
        var place = System.getProperty(PLACE, "");
        if (!place.isEmpty()) {
            var archive = ending.closing(new ClassArchive(Path.of(place)));
            var writer = new Thread(archive::write, "guiche-classes");
            writer.setDaemon(true);
            writer.start();
        }
    }

    private void write() {
        try {
            forgetHalves(); // of a start that was killed
            LOG.fine(JavaCommand.runWith("vmCds", "static_dump", half.toString()));
            Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (JMException | IOException | UncheckedIOException e) {
            LOG.log(Level.FINE, "no class archive for the next start", e);
        }
    }

    private void forgetHalves() throws IOException {
        try (var files = Files.newDirectoryStream(place.resolveSibling("."), "*" + HALF + "*")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Stops the process that writes it, if it still does. */
    @Override
    public void close() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(half.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
