{{- /* Name of the chart: app.kubernetes.io/name of its objects. */ -}}
{{- define "edge.name" -}}
{{ .Chart.Name }}
{{- end -}}

{{- /* Name and version of the chart, in the characters a label allows. */ -}}
{{- define "edge.chart" -}}
{{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimAll "-_." }}
{{- end -}}

{{- /* Namespace of the chart's objects. */ -}}
{{- define "edge.namespace" -}}
{{ .Values.namespace }}
{{- end -}}

{{- /* Labels that find the chart's pods; they never change, a Deployment's selector cannot. */ -}}
{{- define "edge.selectorLabels" -}}
app.kubernetes.io/name: {{ include "edge.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end -}}

{{- /* Labels of every object. */ -}}
{{- define "edge.labels" -}}
{{ include "edge.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | trunc 63 | trimAll "-_." | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: "bookshop"
helm.sh/chart: {{ include "edge.chart" . | quote }}
{{- end -}}

{{- /* Reference of an image, from a map with repository, tag and digest. */ -}}
{{- define "edge.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}
