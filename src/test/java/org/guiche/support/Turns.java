package org.guiche.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Lets a test that is tagged {@value #ALONE} have the machine to itself while two halves of the suite run beside each other:
 * what it measures is short, and noise would hide what it looks for. All others go through the same door, so that it is
 * never kept out by those who come later.
 */
public final class Turns implements TestExecutionListener {

    /** The tag of a test that measures time. */
    public static final String ALONE = "alone";

    private @Nullable FileLock turn;

    @Override
    public void executionStarted(TestIdentifier test) {
        if (!test.isTest() || !Boolean.getBoolean("guiche.test.container")) {
            return;
        }
        try (var door = open("door")) {
            door.lock();
            turn = open("room").lock(0, Long.MAX_VALUE, !test.getTags().contains(TestTag.create(ALONE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (turn == null || !test.isTest()) {
            return;
        }
        try {
            turn.channel().close();
            turn = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "it-turns"));
        return FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
