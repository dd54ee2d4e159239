{{- /* Name of the chart: app.kubernetes.io/name of its objects. */ -}}
{{- define "orders.name" -}}
{{ .Chart.Name }}
{{- end -}}

{{- /* Name and version of the chart, in the characters a label allows. */ -}}
{{- define "orders.chart" -}}
{{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimAll "-_." }}
{{- end -}}

{{- /* Namespace of the chart's objects. */ -}}
{{- define "orders.namespace" -}}
{{ .Values.namespace }}
{{- end -}}

{{- /* Labels that find the chart's pods; they never change, a Deployment's selector cannot. */ -}}
{{- define "orders.selectorLabels" -}}
app.kubernetes.io/name: {{ include "orders.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- /* Labels of every object. */ -}}
{{- define "orders.labels" -}}
{{ include "orders.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | trunc 63 | trimAll "-_." | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: "bookshop"
helm.sh/chart: {{ include "orders.chart" . | quote }}
{{- end -}}

{{- /* Reference of an image, from a map with repository, tag and digest. */ -}}
{{- define "orders.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}

{{- /* A secret value given at install, from a list: root, component, secret, key. Ends the install when it is not given. */ -}}
{{- define "orders.secretValue" -}}
{{- $path := rest . | join "/" -}}
{{- $missing := printf "secret %s/%s has no value for %s: run `java -jar target/chartwright.jar secrets init trial` and install with -f .secrets/trial.yaml" (index . 1) (index . 2) (index . 3) -}}
{{- required $missing (get (((index . 0).Values.global).secrets | default dict) $path) -}}
{{- end -}}
