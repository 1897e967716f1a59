package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** Sorting new tickets on the board: by key, by drag, several at once, back again; and two people at it. */
class TriageJourney extends Journey {

    private static final Pattern CHOSEN = Pattern.compile("\\bsel\\b");

    @Test
    void keysAloneSortTicketsAndTakeThemBack() {
        var first = opened("Pix e boleto somem no checkout");
        var second = opened("Etiqueta dos Correios sem CEP");
        var talita = as("talita@guiche.example").open("/tickets/triage");
        var page = talita.page();
        talita.sees("Triagem");
        go(page, first);
        assertThat(card(page, first).locator(".beginning")).containsText("Termos que pesaram: Pix boleto checkout");
        assertThat(card(page, first).locator(".sug")).containsText("Pagamento");
        talita.stepInEveryLook("board");

        page.keyboard().press(key(page, "Pagamento"));
        assertThat(toast(page)).containsText("#" + first + " foi para Pagamento");
        assertThat(card(page, first)).hasCount(0);
        assertThat(lane(page, "Pagamento").getByText("Pix e boleto somem no checkout"))
                .isVisible();
        talita.step("went");

        page.keyboard().press("z");
        assertThat(toast(page)).containsText("#" + first + " voltou para Suporte");
        assertThat(card(page, first)).isVisible();

        go(page, second);
        page.keyboard().press(key(page, "Fica no Suporte"));
        assertThat(toast(page)).containsText("#" + second + " fica no Suporte");
        assertThat(card(page, second)).hasCount(0);
        page.keyboard().press("z");
        assertThat(card(page, second)).isVisible();

        go(page, first);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/tickets/workspace\\?.*code=" + first));
    }

    @Test
    void severalGoAtOnceAndComeBackAtOnce() {
        var codes = new String[] {opened("Primeira de três"), opened("Segunda de três"), opened("Terceira de três")};
        var talita = as("talita@guiche.example").open("/tickets/triage");
        var page = talita.page();
        go(page, codes[0]);
        page.keyboard().press("x");
        assertThat(page.locator("#picked")).containsText("1 selecionado");
        page.keyboard().press("Escape");
        assertThat(page.locator("#picked")).isHidden();
        page.keyboard().press("Shift+J");
        assertThat(page.locator("#picked")).containsText("2 selecionados");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Selecionar #" + codes[2]))
                .click();
        assertThat(page.locator("#picked")).containsText("3 selecionados");
        talita.stepInEveryLook("picked");

        page.keyboard().press(key(page, "Financeiro"));
        assertThat(toast(page)).containsText("3 chamados foram para Financeiro");
        for (var code : codes) {
            assertThat(card(page, code)).hasCount(0);
        }
        assertThat(page.locator("#picked")).isHidden();

        talita.click("Desfazer");
        assertThat(toast(page)).containsText("3 chamados voltaram para Suporte");
        for (var code : codes) {
            assertThat(card(page, code)).isVisible();
        }
        talita.step("back");
    }

    @Test
    void aCardIsDraggedToItsSector() {
        var code = opened("Frete arrastado para o Envio");
        var talita = as("talita@guiche.example").open("/tickets/triage");
        var page = talita.page();
        card(page, code).scrollIntoViewIfNeeded();

        var from = card(page, code).boundingBox();
        var to = lane(page, "Envio").boundingBox();
        page.mouse().move(from.x + 60, from.y + 12);
        page.mouse().down();
        page.mouse().move(to.x + 40, to.y + 90);
        page.mouse().move(to.x + 60, to.y + 120);
        assertThat(lane(page, "Envio").getByText("Solte para Envio")).isVisible();
        page.mouse().move(to.x + 62, to.y + 122); // no picture here: taking one lets the card go
        page.mouse().up();

        assertThat(toast(page)).containsText("#" + code + " foi para Envio");
        assertThat(card(page, code)).hasCount(0);
        assertThat(page.getByText("Solte para Envio")).isHidden();
        talita.step("dragged");
    }

    @Test
    void whatAnotherSortedOrTookIsSaidAndTheBoardFollows() {
        var code = opened("Dois ao mesmo tempo");
        var talita = as("talita@guiche.example").open("/tickets/triage");
        var rafael = as("rafael@guiche.example").open("/tickets/triage");
        go(talita.page(), code);
        go(rafael.page(), code);
        rafael.page().route("**/tickets/triage", route -> {
            if (String.valueOf(route.request().postData()).contains("sort%3Alook")) {
                route.abort(); // this page has not heard of it yet
            } else {
                route.resume();
            }
        });
        talita.page().keyboard().press(key(talita.page(), "Envio"));
        assertThat(toast(talita.page())).containsText("#" + code + " foi para Envio");

        rafael.page().keyboard().press(key(rafael.page(), "Pagamento"));
        assertThat(toast(rafael.page()))
                .containsText("#" + code + " não foi: outra pessoa já o encaminhou, e ele está no setor Envio.");
        assertThat(card(rafael.page(), code)).hasCount(0);

        var mine = opened("Alguém pega antes do desfazer");
        assertThat(card(talita.page(), mine)).isVisible(); // by itself
        go(talita.page(), mine);
        talita.page().keyboard().press(key(talita.page(), "Marketing"));
        assertThat(toast(talita.page())).containsText("#" + mine + " foi para Marketing");
        var me = Api.json(Api.at(home).as("rafael@guiche.example").get("me")).getJsonNumber("id");
        Api.at(home).as("talita@guiche.example").post("tickets/" + mine + "/assignment", "{'assignee':" + me + "}");
        talita.click("Desfazer");
        assertThat(toast(talita.page())).containsText("#" + mine + " não voltou: já está com Rafael Koga.");
        talita.step("refused");
    }

    @Test
    void theSidebarCountsWhatWaitsAndLeadsThereOnlyWhoSorts() {
        opened("Um que conta");
        var talita = as("talita@guiche.example").open("/tickets/workspace");
        var entry = talita.page()
                .locator("#areas")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Triagem")));
        assertThat(entry).containsText(Pattern.compile("\\d+"));
        entry.click();
        talita.sees("Triagem");
        talita.click("Regras de sugestão");
        assertThat(talita.page().locator("#rules")).containsText("boleto");
        talita.step("rules");

        var igor = as("igor@guiche.example").open("/tickets/workspace");
        assertThat(igor.page().locator("#areas")).not().containsText("Triagem");
    }

    @Test
    void whoIsAwayIsToldWhyThereIsNoNextTicket() {
        var igor = as("igor@guiche.example").open("/tickets/availability");
        var page = igor.page();
        page.getByLabel("Ausente até").fill("2027-01-04T09:00");
        igor.click("Ficar ausente");
        assertThat(page.locator("#own")).containsText("Você está ausente até");
        assertThat(page.locator("#team")).isEmpty();
        igor.stepInEveryLook("away");

        igor.open("/tickets/workspace?sector=produto");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Pegar próximo"))
                .click();
        assertThat(page.locator(".refused [role=alert]")).containsText("Você está ausente até");
        igor.step("no next ticket");

        var code = opened("Para quem não está");
        Api.at(home).as("talita@guiche.example").call("PATCH", "tickets/" + code, "{'sector':'produto'}");
        var talita = as("talita@guiche.example").open("/tickets/workspace?sector=produto&code=" + code);
        talita.page()
                .getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Responsável"))
                .click();
        talita.page()
                .getByRole(
                        AriaRole.OPTION,
                        new GetByRoleOptions().setName(Pattern.compile("^Igor Sampaio \\(ausente até")))
                .click();
        assertThat(talita.page().getByText("Igor Sampaio está ausente até")).isVisible();
        talita.step("assigned to somebody who is away");

        igor.open("/tickets/availability");
        igor.click("Voltar agora");
        assertThat(page.locator("#own")).containsText("Você está disponível");
    }

    @Test
    void theSupervisorSaysHowManyOpenTicketsEachTakes() {
        var talita = as("talita@guiche.example").open("/tickets/availability");
        var page = talita.page();
        page.getByLabel("Limite de Igor Sampaio").fill("7");
        talita.click("Salvar limites");
        assertThat(page.getByText("Disponibilidade salva.")).isVisible();
        talita.stepInEveryLook("limits");
        page.reload();
        assertThat(page.getByLabel("Limite de Igor Sampaio")).hasValue("7");

        page.getByLabel("Limite de Igor Sampaio").fill("0");
        talita.click("Salvar limites");
        assertThat(page.locator("#limits [role=alert]")).containsText("O limite vai de 1 a 999");
        page.getByLabel("Limite de Igor Sampaio").fill("");
        talita.click("Salvar limites");
        assertThat(page.locator("#limits [role=alert]")).hasCount(0);
        page.reload();
        assertThat(page.getByLabel("Limite de Igor Sampaio")).hasValue("");
    }

    private String opened(String subject) {
        var ticket = Api.at(home).as("bruno@jatoba.example").post("tickets", """
                {'unit':'loja','subject':'%s','description':'Nenhum cliente consegue concluir. Desde 14h30.',
                 'answers':{'pedido':'88121'}}""".formatted(subject));
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(201);
        var code = Api.json(ticket).getString("code");
        Api.at(home)
                .as("talita@guiche.example")
                .call("PATCH", "tickets/" + code, "{'priority':'URGENT'}"); // so that it is among the first
        return code;
    }

    private static Locator card(Page page, String code) {
        return page.locator("#t" + code);
    }

    private static Locator lane(Page page, String sector) {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Setor " + sector));
    }

    private static Locator toast(Page page) {
        return page.locator("#sorted");
    }

    /** Down the column until that card is open. */
    private static void go(Page page, String code) {
        page.waitForFunction(
                "code => document.getElementById('t' + code) && document.querySelector('#entry .sel')", code);
        page.locator("#entry .sel").focus();
        for (int steps = 0; steps < 100 && !isOpen(page, code); steps++) {
            page.keyboard().press(isBefore(page, code) ? "k" : "j");
        }
        assertThat(card(page, code)).hasClass(CHOSEN);
    }

    private static boolean isOpen(Page page, String code) {
        return card(page, code).getAttribute("class").contains("sel");
    }

    private static boolean isBefore(Page page, String code) {
        return (Boolean) page.evaluate("code => Boolean(document.querySelector('#t' + code + ' ~ .sel'))", code);
    }

    /** The key that the button says. */
    private static String key(Page page, String sector) {
        return page.locator("#targets button")
                .filter(new Locator.FilterOptions().setHasText(sector))
                .getAttribute("data-key");
    }
}
