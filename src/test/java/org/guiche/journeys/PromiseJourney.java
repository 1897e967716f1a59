package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.guiche.time.Wording;
import org.junit.jupiter.api.Test;

/** What is promised before and after sending (REQUIREMENTS 8, items 5 and 7). */
class PromiseJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final Wording BRASILIA = new Wording(ZoneId.of("America/Sao_Paulo"));

    @Test
    void item5TheConfirmationShowsProtocolPriorityAndDeadlineWithItsZoneAndTheMailSaysTheSame() {
        var wizard = atThePriorities("Verba da campanha de dezembro");
        var code = wizard.send();

        var ticket = Api.json(Api.at(home).as(BRUNO).get("tickets/" + code));
        var due = due(ticket, "resolution");
        var first = due(ticket, "firstResponse");
        var stub = wizard.page().locator(".stub");
        assertThat(stub).containsText("#" + code);
        assertThat(stub).containsText("Média");
        assertThat(stub).containsText(BRASILIA.time(due));
        assertThat(stub).containsText(BRASILIA.time(first));
        assertThat(stub).containsText("No horário de Brasília.");
        wizard.visitor().step("confirmed");
        assertThat(mail(code))
                .contains(
                        "#" + code,
                        "Prioridade: Média",
                        "Primeira resposta até: " + BRASILIA.absoluteWithZone(first),
                        "Solução até: " + BRASILIA.absoluteWithZone(due));
    }

    private static Instant due(JsonObject ticket, String what) {
        return Instant.parse(
                ticket.getJsonObject("deadlines").getJsonObject(what).getString("due"));
    }

    @Test
    void item7TheDefaultPriorityIsMediaAndAScreenReaderReadsTheAdvice() {
        var wizard = atThePriorities("Verba da campanha de janeiro");

        assertThat(wizard.option("Média")).isChecked();
        var choices = wizard.page().getByRole(AriaRole.RADIOGROUP, new GetByRoleOptions().setName("Prioridade"));
        assertThat(choices)
                .hasAccessibleDescription("Você escolhe a prioridade. Média já vem marcada: na dúvida, fique com ela.");
        assertThat(wizard.option("Média"))
                .hasAccessibleName(Pattern.compile("Média.*recomendada.*Recomendamos abrir sempre em média"));
        wizard.visitor().isAccessible().step("advised");
    }

    private Wizard atThePriorities(String subject) {
        var wizard = Wizard.begun(as(BRUNO), BRUNO);
        wizard.choose("Unidade de negócio", "Agência");
        wizard.choose("Departamento", "Financeiro e Fiscal").choose("Documento", "Nota fiscal");
        wizard.fill("Resumo do problema", subject).fill("Descrição detalhada", "Preciso da nota do mês.");
        wizard.toContact().advance("Quanto isso afeta a operação?");
        return wizard;
    }

    private static String mail(long code) {
        var sql = "select body from channels_outbox where ticket_id = ? and kind = 'OPENED'";
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement(sql)) {
            query.setLong(1, code);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).as("an acknowledgement of " + code).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
