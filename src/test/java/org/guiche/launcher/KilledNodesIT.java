package org.guiche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.guiche.support.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed in the middle of what they do by themselves: each of it happens, once, in order. */
class KilledNodesIT {

    private static final String DEMO = "guiche.demo=true";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @AfterEach
    void aFailedTestLeavesNothing() throws Exception {
        Launched.noLogHoldsASecret(folder, List.copyOf(Api.tokens()));
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void killedBetweenTheStepsOfATimerItDoesEachOnceAfterTheNextStart() throws Exception {
        var port = Launched.freePort();
        var settings = new String[] {"guiche.http.port=" + port, DEMO};
        var first = Launched.in(folder, settings).ready();
        var url = embedded();
        var tickets = WaitingTickets.opened(port, url);
        tickets.noticesAreDue();
        Launched.eventually(() -> tickets.notices() == WaitingTickets.OF_EACH);

        tickets.whileNoMailCanBeWritten(() -> {
            tickets.theOthersAreDue();
            Launched.eventually(() -> tickets.stuck() == 1);
            first.kill();
        });

        Launched.eventually(() -> tickets.stuck() == 0);
        assertThat(tickets.begun()).as("what was half done is undone").isZero();
        var second = Launched.in(folder, settings).ready();
        tickets.moved(embedded());
        Launched.eventually(tickets::isNothingDue);
        tickets.eachHappenedOnceAndInOrder();
        second.terminate();
        second.nothingIsLeft();
    }

    @Test
    void oneOfTwoNodesDiesOnTheWayAndTheOtherTakesOverWhatItHad() throws Exception {
        var url = System.getProperty("guiche.test.db.admin").replaceFirst("/postgres\\?", "/two_nodes_guiche?");
        try (var admin = DriverManager.getConnection(System.getProperty("guiche.test.db.admin"));
                var statement = admin.createStatement()) {
            statement.execute("drop database if exists two_nodes_guiche");
            statement.execute("create database two_nodes_guiche");
        }
        var port = Launched.freePort();
        var one = Launched.in(node("one"), "guiche.http.port=" + port, "guiche.db.url=" + url, DEMO)
                .ready();
        var other = Launched.in(node("other"), "guiche.http.port=" + Launched.freePort(), "guiche.db.url=" + url, DEMO)
                .ready();
        var tickets = WaitingTickets.opened(port, url);

        tickets.whileNoMailCanBeWritten(() -> {
            tickets.noticesAreDue();
            tickets.theOthersAreDue();
            Launched.eventually(() -> tickets.stuck() == 2);
            one.kill();
        });

        Launched.eventually(tickets::isNothingDue);
        tickets.eachHappenedOnceAndInOrder();
        other.terminate();
        other.nothingIsLeft();
    }

    private Path node(String name) throws Exception {
        return Files.createDirectory(folder.resolve(name));
    }

    /** The embedded PostgreSQL that runs in our folder, as its administrator. */
    private String embedded() throws Exception {
        var data = folder.resolve("data");
        var port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3);
        var password = Files.readString(data.resolve("database.password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/guiche?user=postgres&password=" + password;
    }
}
