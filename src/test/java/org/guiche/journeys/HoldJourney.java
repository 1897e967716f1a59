package org.guiche.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.guiche.support.Api;
import org.guiche.support.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ticket that waits for somebody else: its requester hears from us every 48 hours, and never twice (S4-13). */
class HoldJourney extends Journey {

    private static final String BRUNO = "bruno@jatoba.example";
    private static final String ADMIN = "admin@guiche.example";
    private static final String NOTICE = "Ainda sem novidade: seguimos com o seu chamado";

    @AfterEach
    void itIsTodayAgain() {
        Site.at(home).get("/probe/present");
    }

    @Test
    void theRequesterHearsFromUsAt48AndAt96HoursAndNoMoreOnceItGoesOn() {
        var ticket = Api.at(home).as(BRUNO).post("tickets", """
                {'unit':'loja','subject':'Sem frete para o Acre','description':'Pedido 88121.','answers':{'pedido':'88121'}}""");
        var code = Api.json(ticket).getString("code");
        var talita = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + code);
        write(talita.page(), "Falei com a TI.");
        sendAs(talita.page(), "Stand-by: aguardando solução da TI");
        assertThat(talita.page().locator("#head")).containsText("Stand-by");
        talita.step("on-hold");

        var bruno = as(BRUNO).open("/tickets/ticket?code=" + code);
        assertThat(bruno.page().locator("#head")).containsText("Motivo: aguardando solução da TI.");
        assertThat(bruno.page().locator("#head")).containsText("Damos notícia até");
        assertThat(bruno.page().getByText(NOTICE)).hasCount(0);

        pass("PT48H1M");
        pass("PT48H");
        var later = as(BRUNO).open("/tickets/ticket?code=" + code);
        assertThat(later.page().locator("#talk").getByText(NOTICE)).hasCount(2);
        assertThat(mails(code)).isEqualTo(2);
        later.stepInEveryLook("two-notices");

        var back = as("talita@guiche.example").open("/tickets/workspace?view=all&code=" + code);
        write(back.page(), "A TI corrigiu a tabela.");
        sendAs(back.page(), "Em atendimento");
        assertThat(back.page().locator("#head")).containsText("Em atendimento");
        back.step("goes-on");
        pass("PT49H");
        assertThat(mails(code)).isEqualTo(2);
    }

    private void pass(String time) {
        var answer = Api.at(home).as(ADMIN).post("demo/clock", "{'advance':'" + time + "'}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static int mails(String code) {
        var sql = "select count(*) from channels_outbox where ticket_id = ? and kind = 'HOLD_NOTICE'";
        try (var connection = DriverManager.getConnection(System.getProperty("guiche.test.db.url"));
                var query = connection.prepareStatement(sql)) {
            query.setLong(1, Long.parseLong(code));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Page page, String words) {
        page.locator("#reply")
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Mensagem"))
                .fill(words);
    }

    private static void sendAs(Page page, String status) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Mais opções de envio"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new GetByRoleOptions().setName("Enviar como " + status))
                .click();
    }
}
