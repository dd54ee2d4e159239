package dev.chartwright.cluster;

import java.nio.file.Path;
import java.util.List;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.UninstallCommand;
import com.marcnuri.helm.UpgradeCommand;

/** The embedded Helm as a program, with the words of the real one. Only what it calls debugging tells of warnings. */
final class HelmChild {
    private HelmChild() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        Path kubeConfig = Path.of(after(words, "--kubeconfig"));
        String namespace = after(words, "--namespace");
        if (words.get(0).equals("uninstall")) {
            UninstallCommand uninstall = Helm.uninstall(words.get(1)).withNamespace(namespace);
            System.out.println(uninstall.withKubeConfig(kubeConfig).debug().call());
            return;
        }
        UpgradeCommand upgrade = Helm.upgrade(words.get(2))
                .install()
                .withName(words.get(1))
                .withNamespace(namespace)
                .createNamespace()
                .withKubeConfig(kubeConfig);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("--values")) {
                upgrade.withValuesFile(Path.of(words.get(i + 1)));
            }
        }
        System.out.println(upgrade.debug().call().getOutput());
    }

    private static String after(List<String> words, String flag) {
        return words.get(words.indexOf(flag) + 1);
    }
}
