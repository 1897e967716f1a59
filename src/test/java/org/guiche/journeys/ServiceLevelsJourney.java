package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** An administrator changes what a unit promises: sees it before it holds, and open tickets follow. */
class ServiceLevelsJourney extends Journey {

    private static final String CARLA = "carla@araca.example";
    private static final String TALITA = "talita@guiche.example";

    @Test
    void aTargetIsChangedTheExampleMovesAndOpenTicketsAreReckonedAgainWithTheirPauses() {
        var open = opened("Pedido aberto");
        var paused = opened("Pedido parado");
        var question = "{'body':'Qual pedido?','visibility':'public','thenStatus':'pendente'}";
        var answer = api(TALITA).post("tickets/" + paused + "/messages", question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var dueBefore = due(open);
        var pauseBefore = solution(paused);
        assertThat(pauseBefore.getString("state")).isEqualTo("PAUSED");

        var admin = as("admin@guiche.example").open("/units/service?unit=cx").sees("Prazos e calendário");
        var page = admin.page();
        var target = page.getByLabel("Solução, Média: duração");
        var example = page.locator("[id='service:priorities:2:resolutionExample']");
        var trial = page.locator("[id='service:trial']");
        var exampleBefore = example.textContent();
        var trialBefore = trial.textContent();
        assertThat(exampleBefore).startsWith("sex 17h → ");
        change(target, "24h");
        assertThat(example).not().hasText(exampleBefore);
        assertThat(trial).not().hasText(trialBefore);
        assertThat(due(open)).isEqualTo(dueBefore);

        save(admin);
        assertThat(page.locator("#recounting")).containsText("Ao salvar, os prazos", within(30_000));
        assertThat(due(open)).isBefore(dueBefore);
        var pauseAfter = solution(paused);
        assertThat(pauseAfter.getString("state")).isEqualTo("PAUSED");
        assertThat(pauseAfter.getJsonArray("pauses")).isEqualTo(pauseBefore.getJsonArray("pauses"));
        assertThat(due(paused)).isBefore(Instant.parse(pauseBefore.getString("due")));

        change(target, "72h");
        assertThat(example).hasText(exampleBefore);
        var revision = page.locator("input[name=revision]").inputValue();
        save(admin);
        assertThat(page.locator("input[name=revision]")).not().hasValue(revision);
        admin.step("saved");
    }

    @Test
    void whatCannotBeReadIsSaidBesideItAndAPolicyIsAddedAndTakenAway() {
        var admin = as("admin@guiche.example").open("/units/service?unit=parceiros");
        var page = admin.page();
        admin.stepInEveryLook("parceiros");
        admin.click("Nova política");
        var solution = page.getByLabel("Solução, política 1: duração");
        assertThat(solution).isVisible();
        change(solution, "logo");
        change(page.getByLabel("Segunda", new Page.GetByLabelOptions().setExact(true)), "9h–12h, 11h–18h");
        admin.click("Salvar alterações");
        assertThat(page.locator("[id='service:levels:0:resolutionMsg']")).containsText("não é uma duração");
        admin.step("refused");

        change(solution, "8h");
        admin.click("Salvar alterações");
        assertThat(page.locator("[id='service:days:0:hoursMsg']")).containsText("se sobrepõem");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tirar a política 1"))
                .click();
        assertThat(solution).hasCount(0);
    }

    private static void change(Locator field, String text) {
        field.fill(text);
        field.dispatchEvent("change");
    }

    private static void save(Visitor admin) {
        admin.click("Salvar alterações");
        assertThat(admin.page().getByText("Prazos e calendário salvos.").first())
                .isVisible();
    }

    private static ContainsTextOptions within(double millis) {
        return new ContainsTextOptions().setTimeout(millis);
    }

    private Api api(String email) {
        return Api.at(home).as(email);
    }

    private String opened(String subject) {
        var answer = api(CARLA)
                .post(
                        "tickets",
                        "{'unit':'cx','subject':'%s','description':'Não chegou.','answers':{'assunto':'pedido','pedido':'88121'}}"
                                .formatted(subject));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Api.json(answer).getString("code");
    }

    private Instant due(String code) {
        return Instant.parse(solution(code).getString("due"));
    }

    private JsonObject solution(String code) {
        return Api.json(api(TALITA).get("tickets/" + code + "/deadlines"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(clock -> clock.getString("metric").equals("RESOLUTION"))
                .findFirst()
                .orElseThrow();
    }
}
