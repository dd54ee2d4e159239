{{- /* Name of the chart: app.kubernetes.io/name of its objects. */ -}}
{{- define "price-watcher.name" -}}
{{ .Chart.Name }}
{{- end -}}

{{- /* Name and version of the chart, in the characters a label allows. */ -}}
{{- define "price-watcher.chart" -}}
{{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimAll "-_." }}
{{- end -}}

{{- /* Namespace of the chart's objects. */ -}}
{{- define "price-watcher.namespace" -}}
{{ .Values.namespace }}
{{- end -}}

{{- /* Labels that find the chart's pods; they never change, a Deployment's selector cannot. */ -}}
{{- define "price-watcher.selectorLabels" -}}
app.kubernetes.io/name: {{ include "price-watcher.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- /* Labels of every object. */ -}}
{{- define "price-watcher.labels" -}}
{{ include "price-watcher.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | trunc 63 | trimAll "-_." | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: "bookshop"
helm.sh/chart: {{ include "price-watcher.chart" . | quote }}
{{- end -}}

{{- /* Reference of an image, from a map with repository, tag and digest. */ -}}
{{- define "price-watcher.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}
