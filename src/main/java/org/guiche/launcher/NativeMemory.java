package org.guiche.launcher;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;

/**
 * What Java's compilers had of the C library and it holds on to: fifty megabytes after a start. It goes back to the system once a minute.
 * Other systems, and Javas before 17.0.9, know no such thing and keep it.
 */
final class NativeMemory {

    private static final Logger LOG = Logger.getLogger(NativeMemory.class.getName());

    private NativeMemory() {}

    /** From now on, behind everything else. */
    static void giveBackNowAndThen() {
        var timer = new Timer("guiche-memory", true);
        timer.schedule(
                new TimerTask() {

                    @Override
                    public void run() {
                        giveBack();
                    }
                },
                0,
                Duration.ofMinutes(1).toMillis());
    }

    /** Says whether that could be done. */
    static boolean giveBack() {
        try {
            LOG.finer(JavaCommand.run("systemTrimNativeHeap"));
            return true;
        } catch (JMException e) {
            LOG.log(Level.FINER, "memory stays with the C library", e);
            return false;
        }
    }
}
