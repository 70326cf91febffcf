;;; What Emacs's own client, Eglot, makes of the server: run by editors.test.ts with
;;;   emacs --batch --eval "(package-initialize)" -l emacs.el WORKSHEET
;;; Prints one line of JSON. The server's command is in the environment, as JSON. -*- lexical-binding: t -*-

(require 'json)
(require 'eglot)
(require 'flymake)

(defconst worksheets-patience 20 "Seconds after which something will not come any more.")

(define-derived-mode markdown-mode text-mode "Markdown")

(defun worksheets-wait (holds)
  "Wait until the function HOLDS returns something."
  (with-timeout (worksheets-patience)
    (while (not (funcall holds)) (accept-process-output nil 0.05))))

(defun worksheets-findings ()
  "What the server reports, in order."
  (sort (mapcar (lambda (found)
                  `((line . ,(1- (line-number-at-pos (flymake-diagnostic-beg found))))
                    (message . ,(flymake-diagnostic-text found))))
                (flymake-diagnostics))
        (lambda (a b) (< (alist-get 'line a) (alist-get 'line b)))))

(defun worksheets-ask (method line character &rest more)
  "Ask the server about a place."
  (jsonrpc-request (eglot-current-server) method
                   (append `(:textDocument ,(eglot--TextDocumentIdentifier)
                             :position (:line ,line :character ,character))
                           more)))

(defun worksheets-titles (things key)
  (vconcat (mapcar (lambda (thing) (plist-get thing key)) things)))

(defun worksheets-look (file)
  (find-file file)
  (markdown-mode)
  (setq-local eglot-sync-connect worksheets-patience)
  (let ((command (append (json-parse-string (getenv "WORKSHEETS_COMMAND") :array-type 'list) nil)))
    (setq eglot-server-programs `((markdown-mode . ,command))))
  (apply #'eglot (eglot--guess-contact))
  (worksheets-wait (lambda () (flymake-start) (worksheets-findings)))
  (let* ((findings (worksheets-findings))
         (hover (plist-get (plist-get (worksheets-ask :textDocument/hover 2 16) :contents) :value))
         (items (worksheets-ask :textDocument/completion 3 5 :context '(:triggerKind 1)))
         (place '(:line 2 :character 4))
         (actions (worksheets-ask :textDocument/codeAction 2 4
                                  :range `(:start ,place :end ,place)
                                  :context '(:diagnostics []))))
    (eglot--apply-workspace-edit
     (plist-get (seq-find (lambda (action) (eq (plist-get action :isPreferred) t)) actions) :edit))
    ;; Without anybody at the keyboard Emacs is never idle, which it waits for to tell the server.
    (eglot--signal-textDocument/didChange)
    (worksheets-wait (lambda ()
                       (flymake-start)
                       (not (seq-find (lambda (found) (= (alist-get 'line found) 2)) (worksheets-findings)))))
    `((findings . ,(vconcat findings))
      (hover . ,(vector hover))
      (completion . ,(worksheets-titles items :label))
      (actions . ,(worksheets-titles actions :title))
      (text . ,(vconcat (split-string (buffer-string) "\n")))
      (left . ,(vconcat (worksheets-findings))))))

(princ (concat (json-encode (condition-case problem
                                (worksheets-look (car (last command-line-args)))
                              (error `((problem . ,(error-message-string problem))))))
               "\n"))
(kill-emacs 0)
