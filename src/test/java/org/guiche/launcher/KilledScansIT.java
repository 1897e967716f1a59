package org.guiche.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.guiche.support.Api;
import org.guiche.support.ClamDaemon;
import org.guiche.support.ScriptedClamd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A real process with a virus scanner as its settings name it, killed while files wait: none is open before, none is forgotten after. */
class KilledScansIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @AfterEach
    void aFailedTestLeavesNothing() throws Exception {
        Launched.noLogHoldsASecret(folder, List.copyOf(Api.tokens()));
        Launched.processes(folder).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatWaitedAndWhatWasBeingLookedAtIsLookedAtAfterTheKill() throws Exception {
        var port = ClamDaemon.freePort();
        try (var pondering = ScriptedClamd.pondering();
                var daemon = ClamDaemon.started()) {
            var node = started(port, pondering.port());
            var bruno = Api.at(Launched.home(port)).as("bruno@jatoba.example");
            var clean = sent(bruno, "limpo.txt", "Pedido 88121".getBytes(UTF_8));
            var infected = sent(bruno, "virus.txt", ClamDaemon.eicar());
            Launched.eventually(() -> pondering.asked() > 0);
            node.kill();

            node = started(port, daemon.port());
            assertThat(bruno.get("attachments/" + infected).statusCode()).isEqualTo(423);
            Launched.eventually(() -> bruno.get("attachments/" + clean).statusCode() == 200);
            Launched.eventually(
                    () -> bruno.get("attachments/" + infected).body().contains("vírus encontrado"));
            assertThat(bruno.get("attachments/" + infected).statusCode()).isEqualTo(423);
            Launched.eventually(() -> isWell(port));
            node.terminate();
            node.nothingIsLeft();
        }
    }

    private Launched started(int port, int scanner) throws Exception {
        return Launched.in(
                        folder,
                        "guiche.http.port=" + port,
                        "guiche.demo=true",
                        "guiche.attachments.scanner=clamd://127.0.0.1:" + scanner,
                        "guiche.attachments.scanner.seconds=2")
                .ready();
    }

    private static String sent(Api api, String name, byte[] bytes) {
        var answer = api.upload(name, bytes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var file = Api.json(answer);
        assertThat(file.getString("scan")).isEqualTo("WAITING");
        return file.getString("uploadId");
    }

    private static boolean isWell(int port) {
        try {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(Launched.home(port) + "health/ready"))
                                    .build(),
                            BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("\"answers\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
