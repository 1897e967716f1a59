package org.guiche.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, 192.0.2.10, 192.0.2.*",
        "2001:db8:7:8::1, 2001:db8:7:8::/64, 2001:db8:7:*",
        "2001:db8:7:8:ffff::2, 2001:db8:7:8::/64, 2001:db8:7:*",
        "::1, 0:0:0:0::/64, 0:0:0:*"
    })
    void anAddressIsCountedByItsNetworkAndShownWithItsEndHidden(String address, String network, String masked) {
        assertThat(ClientAddress.of(address).network()).isEqualTo(network);
        assertThat(ClientAddress.of(address).masked()).isEqualTo(masked);
    }
}
