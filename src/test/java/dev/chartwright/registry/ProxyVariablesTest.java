package dev.chartwright.registry;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProxyVariablesTest {
    private static String proxy(Map<String, String> variables, String uri) {
        Proxy proxy = new ProxyVariables(variables).select(URI.create(uri)).get(0);
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "none";
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, https://ghcr.io/, proxy.test:3128",
        "https_proxy, https://ghcr.io/, proxy.test:3128",
        "HTTP_PROXY, https://ghcr.io/, none",
        "HTTP_PROXY, http://ghcr.io/, proxy.test:3128",
        "HTTPS_PROXY, http://ghcr.io/, none",
        "HTTPS_PROXY, https://localhost:5000/, none",
        "HTTPS_PROXY, https://127.0.0.1/, none",
        "HTTPS_PROXY, https://[::1]:5000/, none",
        "ALL_PROXY, https://ghcr.io/, none",
        "HTTPS_PROXY, https://[0:0:0:0:0:0:0:1]/, none",
        "HTTPS_PROXY, https://127.255.0.1/, none",
    })
    void findsTheProxyOfAScheme(String variable, String uri, String expected) {
        assertThat(proxy(Map.of(variable, "http://proxy.test:3128"), uri)).isEqualTo(expected);
        assertThat(proxy(Map.of(variable, "proxy.test:3128"), uri)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ghcr.io, none",
        "io, none",
        ".io, none",
        "*.io, none",
        "hcr.io, used",
        ".ghcr.io, used",
        "ghcr.io:443, none",
        "ghcr.io:8443, used",
        "*, none",
        "'example.com, GHCR.io', none",
        "'', used",
    })
    void leavesOutWhatNoProxyNames(String noProxy, String expected) {
        Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy.test", "NO_PROXY", noProxy);
        assertThat(proxy(variables, "https://ghcr.io/")).isEqualTo(expected.equals("used") ? "proxy.test:80" : "none");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3, none",
        "10.1.2.3:443, 10.1.2.3, none",
        "10.1.2.3:8443, 10.1.2.3, used",
        "fd00::1, [fd00::1], none",
        "fd00::0:1, [fd00::1], none",
        "[fd00::1], [fd00::1], none",
        "[fd00::1]:443, [fd00::1], none",
        "[fd00::1]:8443, [fd00::1], used",
        "fd00::2, [fd00::1], used",
        "fd00::/8, 10.1.2.3, used",
        "/8, 10.1.2.3, used",
        "[, 10.1.2.3, used",
        ":443, 10.1.2.3, used",
        "10.0.0.0/8, 11.1.2.3, used",
        "10.1.2.3, 10.1.2.3, none",
        "fd00::/8, [fd00::1], none",
        "10.0.0.0/99, 10.1.2.3, used",
        "10.0.0.0/x, 10.1.2.3, used",
    })
    void leavesOutBlocksOfAddresses(String noProxy, String host, String expected) {
        Map<String, String> variables = Map.of("https_proxy", "http://proxy.test", "no_proxy", noProxy);
        assertThat(proxy(variables, "https://" + host + "/"))
                .isEqualTo(expected.equals("used") ? "proxy.test:80" : "none");
    }

    @Test
    void doesNotTrustTheVariableThatARequestCanSet() {
        Map<String, String> cgi = new TreeMap<>(Map.of("REQUEST_METHOD", "GET", "HTTP_PROXY", "http://evil.test"));
        assertThat(proxy(cgi, "http://ghcr.io/")).isEqualTo("none");
        cgi.put("http_proxy", "http://proxy.test");
        assertThat(proxy(cgi, "http://ghcr.io/")).isEqualTo("proxy.test:80");
    }

    @Test
    void logsInToAProxyThatAsks() {
        ProxyVariables proxies = new ProxyVariables(Map.of("HTTPS_PROXY", "http://ann:hunter%3A2@proxy.test:3128"));
        assertThat(proxies.login(URI.create("https://ghcr.io/"))).contains("Basic YW5uOmh1bnRlcjoy");
        assertThat(proxies.login(URI.create("https://localhost/"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            http://ann:p@ss:w%20+rd@proxy.test ; proxy.test:80 ; ann:p@ss:w +rd
            HTTP://ann@some_proxy:3128/ ; some_proxy:3128 ; ann:
            ann:@proxy.test:3128 ; proxy.test:3128 ; ann:
            ann:a^b|c@proxy.test ; proxy.test:80 ; ann:a^b|c
            """)
    void takesAddressesThatGoTakes(String value, String address, String login) {
        Map<String, String> variables = Map.of("HTTPS_PROXY", value);
        assertThat(proxy(variables, "https://ghcr.io/")).isEqualTo(address);
        String pair = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        assertThat(new ProxyVariables(variables).login(URI.create("https://ghcr.io/")))
                .contains("Basic " + pair);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://ann:hunter2@proxy.test",
                "https://hunter2@proxy.test",
                "http://hunter2 x",
                ":80:hunter2",
                "http://ann:hunter2%zz@proxy.test",
                "http://ann:hunter2@proxy.test:0",
                "http://ann:hunter2@proxy.test:65536",
                "http://ann:hunter2@",
                "http://ann:hunt/er2@proxy.test",
            })
    void refusesWhatIsNoHttpProxyWithoutShowingIt(String value) {
        assertThatThrownBy(() -> new ProxyVariables(Map.of("HTTPS_PROXY", value)))
                .isInstanceOfSatisfying(OutsideException.class, refused -> {
                    assertThat(refused.problems().get(0).code()).isEqualTo("proxy-variable");
                    assertThat(refused.problems().toString()).doesNotContain("hunter2");
                });
    }
}
