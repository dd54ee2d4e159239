{{- /* Name of the chart: app.kubernetes.io/name of its objects. */ -}}
{{- define "invoices.name" -}}
{{ .Chart.Name }}
{{- end -}}

{{- /* Name and version of the chart, in the characters a label allows. */ -}}
{{- define "invoices.chart" -}}
{{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimAll "-_." }}
{{- end -}}

{{- /* Namespace of the chart's objects. */ -}}
{{- define "invoices.namespace" -}}
{{ .Values.namespace }}
{{- end -}}

{{- /* Labels that find the chart's pods; they never change, a Deployment's selector cannot. */ -}}
{{- define "invoices.selectorLabels" -}}
app.kubernetes.io/name: {{ include "invoices.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- /* Labels of every object. */ -}}
{{- define "invoices.labels" -}}
{{ include "invoices.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | trunc 63 | trimAll "-_." | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: "bookshop"
helm.sh/chart: {{ include "invoices.chart" . | quote }}
{{- end -}}

{{- /* Reference of an image, from a map with repository, tag and digest. */ -}}
{{- define "invoices.image" -}}
{{- /* A digest wins over a tag: beside the digest of another tag, a new tag would change nothing and say nothing. */ -}}
{{- $tags := dict -}}
{{- $_ := set $tags "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef" (list "2026.4") -}}
{{- if and .digest (hasKey $tags .digest) -}}
{{- if not (has .tag (get $tags .digest)) -}}
{{- fail (printf "image %s:%s: its digest is that of the tag %s; give the digest of the tag %s, or an empty one for whatever the tag stands for" .repository .tag (get $tags .digest | join " or ") .tag) -}}
{{- end -}}
{{- end -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}

{{- /* A secret value given at install, from a list: root, component, secret, key. Ends the install when it is not given. */ -}}
{{- define "invoices.secretValue" -}}
{{- $path := rest . | join "/" -}}
{{- $missing := printf "secret %s/%s has no value for %s: run `java -jar target/chartwright.jar secrets init trial` and install with -f .secrets/trial.yaml" (index . 1) (index . 2) (index . 3) -}}
{{- required $missing (get (((index . 0).Values.global).secrets | default dict) $path) -}}
{{- end -}}
