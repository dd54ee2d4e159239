// Answers what an API server asks of a kubelet: what a container printed, and to run a command beside its first
// process, as its user, with its variables, files and network. Arguments: address, certificate, key, and a folder with
// namespace.pod.container.pid and .log for each container.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/tools/remotecommand"
	streaming "k8s.io/kubelet/pkg/cri/streaming/remotecommand"
	utilexec "k8s.io/utils/exec"
)

type containers struct{ folder string }

func (c containers) ExecInContainer(ctx context.Context, pod string, _ types.UID, container string, command []string,
	in io.Reader, out, errors io.WriteCloser, _ bool, _ <-chan remotecommand.TerminalSize, _ time.Duration) error {
	text, err := os.ReadFile(filepath.Join(c.folder, pod+"."+container+".pid"))
	if err != nil {
		return err
	}
	pid := strings.TrimSpace(string(text))
	process, err := os.Stat("/proc/" + pid)
	if err != nil {
		return err
	}
	owner := process.Sys().(*syscall.Stat_t)
	arguments := []string{"--target", pid, "--mount", "--uts", "--net", "--pid", "--root", "--wd",
		"--setuid", strconv.Itoa(int(owner.Uid)), "--setgid", strconv.Itoa(int(owner.Gid)), "--"}
	program := exec.CommandContext(ctx, "nsenter", append(arguments, command...)...)
	variables, err := os.ReadFile("/proc/" + pid + "/environ")
	if err != nil {
		return err
	}
	program.Env = strings.Split(strings.TrimRight(string(variables), "\x00"), "\x00")
	program.Stdin, program.Stdout, program.Stderr = in, out, errors
	err = program.Run()
	if exit, ok := err.(*exec.ExitError); ok {
		return utilexec.CodeExitError{Err: err, Code: exit.ExitCode()}
	}
	return err
}

func main() {
	address, certificate, key, folder := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	protocols := []string{"v4.channel.k8s.io"}
	http.HandleFunc("/exec/{namespace}/{pod}/{container}", func(w http.ResponseWriter, r *http.Request) {
		options, err := streaming.NewOptions(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		name := r.PathValue("namespace") + "." + r.PathValue("pod")
		streaming.ServeExec(w, r, containers{folder}, name, "", r.PathValue("container"), r.Form["command"], options,
			time.Hour, time.Minute, protocols)
	})
	http.HandleFunc("/containerLogs/{namespace}/{pod}/{container}", func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("namespace") + "." + r.PathValue("pod") + "." + r.PathValue("container") + ".log"
		http.ServeFile(w, r, filepath.Join(folder, name))
	})
	log.Fatal(http.ListenAndServeTLS(address, certificate, key, nil))
}
