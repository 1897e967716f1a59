package org.guiche.launcher;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What {@code jcmd} asks of a Java, asked of our own. */
final class JavaCommand {

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    private JavaCommand() {}

    /** Does that one, which takes no words; says what it says. */
    static String run(String command) throws JMException {
        return invoke(command, new Object[0], new String[0]);
    }

    /** Does that one with these words; says what it says. */
    static String runWith(String command, String... words) throws JMException {
        return invoke(command, new Object[] {words}, new String[] {String[].class.getName()});
    }

    private static String invoke(String command, Object[] words, String[] signature) throws JMException {
        var server = ManagementFactory.getPlatformMBeanServer();
        return String.valueOf(server.invoke(new ObjectName(COMMANDS), command, words, signature));
    }
}
