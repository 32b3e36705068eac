/** 撤下或转移: the button in the panel 上线状态, and its dialog. Shown to those whose role allows it. */
import { Button, Modal, Typography } from '@strapi/design-system';
import {
  unstable_useDocument as useDocument,
  useFetchClient,
  useQueryParams,
  useRBAC,
} from '@strapi/strapi/admin';
import { sections } from '@xinglin/shared/paths.js';
import { useMemo, useState } from 'react';
import type { PublicationStatus } from '../../../publication/answer.ts';
import { useOpenForm } from '../form.ts';
import { RemovalFields } from './fields.tsx';
import { missingIn, openedWith } from './request.ts';

interface RemovalProperties {
  model: string;
  type: string;
  collectionType: string;
  documentId: string;
  status: PublicationStatus;
  /** Called when the site's state is another by the office's word. */
  onDone(): void;
}

export function Removal(properties: RemovalProperties) {
  const { model, type, status } = properties;
  const { allowedActions } = useRBAC([{ action: 'api::publication.remove', subject: model }] as never);
  const [isOpen, setOpen] = useState(false);
  const hasPage = type === 'channel' || type in sections;
  if (!hasPage || allowedActions['canRemove'] !== true) return null;
  const isOff = status.state === '已下线' || status.state === '撤稿';
  return (
    <Modal.Root open={isOpen} onOpenChange={setOpen}>
      <Modal.Trigger>
        <Button variant={isOff ? 'tertiary' : 'danger-light'} fullWidth>
          {isOff ? '修改撤下方式或说明…' : '撤下或转移…'}
        </Button>
      </Modal.Trigger>
      {isOpen && <Dialog {...properties} isOff={isOff} close={() => setOpen(false)} />}
    </Modal.Root>
  );
}

/** Reads the document behind the edit form anew: its buttons, and a hub's 显示, must not stay as they were. */
function useReread({ model, collectionType, documentId }: RemovalProperties): () => void {
  const [{ query }] = useQueryParams<{ plugins?: unknown }>();
  // The edit view reads the document with these very parameters, and both share what comes back.
  const params = useMemo(() => {
    const { plugins: _others, ...own } = query;
    return own;
  }, [query]);
  return useDocument({ model, collectionType, documentId, params }).refetch;
}

function Dialog(properties: RemovalProperties & { isOff: boolean; close(): void }) {
  const { type, documentId, status, isOff, close, onDone } = properties;
  const { post } = useFetchClient();
  const reread = useReread(properties);
  const { modified } = useOpenForm();
  const [request, setRequest] = useState(openedWith(status));
  const [refusal, setRefusal] = useState<string>();
  const [isSending, setSending] = useState(false);
  const unsaved = modified ? '编辑框里还有没保存的修改，请先关闭这里，保存或放弃修改以后再来。' : undefined;
  const missing = unsaved ?? missingIn(request);

  const send = async () => {
    setSending(true);
    try {
      await post(`/xinglin/removal/${type}/${documentId}`, request);
      close();
      reread();
      onDone();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setSending(false);
    }
  };

  return (
    <Modal.Content>
      <Modal.Header closeLabel="关闭">
        <Modal.Title>{isOff ? '修改撤下方式或说明' : '撤下或转移'}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <RemovalFields
          request={request}
          change={(part) => {
            setRefusal(undefined);
            setRequest({ ...request, ...part });
          }}
        />
        <Typography tag="p" textColor="danger600" role="alert" paddingTop={4}>
          {refusal ?? unsaved ?? ''}
        </Typography>
      </Modal.Body>
      <Modal.Footer>
        <Modal.Close>
          <Button variant="tertiary">取消</Button>
        </Modal.Close>
        <Button
          variant="danger"
          loading={isSending}
          disabled={missing !== undefined}
          title={missing}
          onClick={send}
        >
          {isOff ? '保存' : '确定撤下'}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  );
}
