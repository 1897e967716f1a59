package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.guiche.journeys.Visitor.Screen;
import org.guiche.support.Api;
import org.junit.jupiter.api.Test;

/** The requester narrows the own list to a status and sorts it by any column, with or without a mouse. */
class MyTicketsJourney extends Journey {

    @Test
    void aStatusIsChosenKeptWhilePagingAndTakenAwayWithOneClick() {
        for (int i = 1; i <= 27; i++) {
            opens("Catálogo número " + i);
        }
        answered(opens("Catálogo que responderam"));
        var carla = as("carla@araca.example").open("/tickets/mine?busca=cat%C3%A1logo");

        status(carla).selectOption("Respondido");
        assertThat(rows(carla)).hasCount(1);
        assertThat(carla.page()).hasURL(Pattern.compile("busca=cat%C3%A1logo.*status=Respondido"));
        status(carla).selectOption("Na fila");
        assertThat(rows(carla)).hasCount(25);
        carla.stepInEveryLook("of-one-status");
        link(carla, "Mostrar mais").click();
        assertThat(rows(carla)).not().hasCount(25);
        assertThat(statuses(carla)).hasText(texts("Na fila", rows(carla).count()));

        link(carla, "Tirar o filtro de status Na fila").click();
        assertThat(status(carla)).hasValue("");
        assertThat(carla.page()).hasURL(Pattern.compile("mine\\?busca=cat%C3%A1logo$"));
        carla.open("/tickets/mine?status=Fechado&busca=cat%C3%A1logo").sees("Nenhum chamado com esses termos");
    }

    private static String[] texts(String text, int count) {
        var texts = new String[count];
        Arrays.fill(texts, text);
        return texts;
    }

    @Test
    void theTurnSaysWhichStatusesThereAre() {
        var carla = as("carla@araca.example").open("/tickets/mine?situacao=resolvidos");

        assertThat(status(carla).getByRole(AriaRole.OPTION))
                .hasText(new String[] {"Todos os status", "Resolvido", "Fechado"});
        carla.open("/tickets/mine?situacao=voce&status=Resolvido")
                .sees("Nenhum chamado com este status")
                .step("no-such-status");
        link(carla, "Ver todos").click();
        assertThat(carla.page()).hasURL(Pattern.compile("/tickets/mine$"));
    }

    @Test
    void theKeyboardSortsByEachColumnAndTurnsTheOrder() {
        opens("Zebra no catálogo");
        opens("Ábaco no catálogo");
        var carla = as("carla@araca.example").open("/tickets/mine?busca=cat%C3%A1logo");
        for (var column :
                new String[] {"Código", "Status", "Prioridade", "Prazo", "Criado", "Última atividade", "Assunto"}) {
            sort(carla, column).focus();
            carla.page().keyboard().press("Enter");
            assertThat(heading(carla, column)).hasAttribute("aria-sort", Pattern.compile("ascending|descending"));
            assertThat(carla.page().locator("th[aria-sort]")).hasCount(1);
        }
        assertThat(rows(carla).first()).containsText("Ábaco no catálogo");
        assertThat(heading(carla, "Assunto")).hasAttribute("aria-sort", "ascending");

        sort(carla, "Assunto").focus();
        carla.page().keyboard().press("Enter");

        assertThat(heading(carla, "Assunto")).hasAttribute("aria-sort", "descending");
        assertThat(rows(carla).first()).containsText("Zebra no catálogo");
        carla.step("sorted");
    }

    @Test
    void onAPhoneTheListIsSortedByAMenuAndTurnedBesideIt() {
        var last = opens("A última vitrine");
        var carla = as("carla@araca.example").on(Screen.PHONE).open("/tickets/mine");
        var menu = carla.page().getByLabel("Ordenar por");

        menu.selectOption(new SelectOption().setLabel("Código"));
        assertThat(rows(carla).first()).containsText("#" + last);
        assertThat(menu).hasValue("codigo");
        carla.step("phone-sorted");
        link(carla, "Inverter a ordem").click();
        assertThat(carla.page()).hasURL(Pattern.compile("ordem=-codigo"));
        assertThat(codes(rows(carla).locator(".id"))).isSortedAccordingTo(Comparator.naturalOrder());
    }

    private static List<Long> codes(Locator ids) {
        return ids.allTextContents().stream()
                .map(code -> Long.valueOf(code.substring(1)))
                .toList();
    }

    private String opens(String subject) {
        var ticket = Api.at(home)
                .as("carla@araca.example")
                .post(
                        "tickets",
                        "{'unit':'loja','subject':'%s','description':'O frete não soma.','answers':{'pedido':'88121'}}"
                                .formatted(subject));
        assertThat(ticket.statusCode()).as(ticket.body()).isEqualTo(201);
        return Api.json(ticket).getString("code");
    }

    private void answered(String code) {
        var talita = Api.at(home).as("talita@guiche.example");
        assertThat(talita.post("tickets/" + code + "/status", "{'status':'respondido'}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static Locator status(Visitor visitor) {
        return visitor.page().getByLabel("Status", new GetByLabelOptions().setExact(true));
    }

    private static Locator rows(Visitor visitor) {
        return visitor.page().locator("#rows > tr");
    }

    private static Locator statuses(Visitor visitor) {
        return rows(visitor).locator(".c-status");
    }

    private static Locator heading(Visitor visitor, String column) {
        return visitor.page()
                .getByRole(
                        AriaRole.COLUMNHEADER,
                        new GetByRoleOptions().setName(column).setExact(true));
    }

    private static Locator sort(Visitor visitor, String column) {
        return heading(visitor, column).getByRole(AriaRole.LINK);
    }

    private static Locator link(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }
}
