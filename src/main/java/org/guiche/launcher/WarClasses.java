package org.guiche.launcher;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The application's classes without a server, unpacked for as long as a command needs them. */
final class WarClasses implements AutoCloseable {

    private static final String INSIDE = "WEB-INF/";
    private static final String MOVE = "org.guiche.attachments.StoreMove";

    private final Path place;

    WarClasses() {
        try {
            place = Files.createTempDirectory("guiche-classes");
            unpack();
        } catch (IOException e) {
            throw new Refusal("launcher.move.failed", e);
        }
    }

    private void unpack() throws IOException {
        try (var war = new ZipFile(Distribution.war().toFile())) {
            for (var entry : war.stream().filter(WarClasses::isNeeded).toList()) {
                var file = place.resolve(entry.getName()).normalize();
                Files.createDirectories(file.resolveSibling(""));
                try (var bytes = war.getInputStream(entry)) {
                    Files.copy(bytes, file);
                }
            }
        }
    }

    private static boolean isNeeded(ZipEntry entry) {
        return entry.getName().matches(INSIDE + "(classes/org/guiche/.+[^/]|lib/[^/]+\\.jar)");
    }

    /** Moves attachments, as the module itself says how. */
    Map<String, Long> move(Map<String, String> what, Consumer<Map<String, Long>> progress) {
        try (var loader = new URLClassLoader(urls(), WarClasses.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            @SuppressWarnings("unchecked") // the class says so itself
            var move = (BiFunction<Map<String, String>, Consumer<Map<String, Long>>, Map<String, Long>>)
                    loader.loadClass(MOVE).getConstructor().newInstance();
            return move.apply(what, progress);
        } catch (IOException | ReflectiveOperationException | IllegalStateException e) {
            throw new Refusal("launcher.move.failed", e.getMessage());
        }
    }

    private URL[] urls() throws IOException {
        var urls = new ArrayList<URL>(List.of(url(place.resolve(INSIDE + "classes"))));
        try (var jars = Files.newDirectoryStream(place.resolve(INSIDE + "lib"))) {
            for (var jar : jars) {
                urls.add(url(jar));
            }
        }
        return urls.toArray(new URL[0]);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    @Override
    public void close() {
        try {
            DataFolder.delete(place);
        } catch (IOException e) {
            Console.warn(e.toString());
        }
    }
}
