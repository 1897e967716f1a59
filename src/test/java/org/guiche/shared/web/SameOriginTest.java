package org.guiche.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guiche.shared.web.SameOrigin.comesFromUs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private static final String HOST = "chamados.exemplo.com.br";

    @Test
    void ourOwnPagesMaySend() {
        assertThat(comesFromUs("same-origin", "https://" + HOST, HOST)).isTrue();
        assertThat(comesFromUs(null, "https://" + HOST, HOST)).isTrue();
        assertThat(comesFromUs(null, "http://127.0.0.1:8080", "127.0.0.1:8080")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void otherSitesMayNotWhateverOriginTheyShow(String site) {
        assertThat(comesFromUs(site, "https://" + HOST, HOST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://exemplo.com.br",
                "https://chamados.exemplo.com.br.mau.com",
                "not a uri",
                "http://"
            })
    void otherOriginsMayNot(String origin) {
        assertThat(comesFromUs(null, origin, HOST)).isFalse();
    }

    @Test
    void programsThatAreNoBrowserAreJudgedByTheirSession() {
        assertThat(comesFromUs(null, null, HOST)).isTrue();
    }
}
